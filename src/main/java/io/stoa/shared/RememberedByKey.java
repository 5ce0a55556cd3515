package io.stoa.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Many small committed truths kept in memory by key, at most a given number, the least used leave first. What is missing is
 * loaded in one go. The rules of {@link Remembered} hold: what changed while it was loaded is not kept, nor what a
 * transaction that writes saw. Keys without a value are asked again each time. Thread-safe.
 */
public final class RememberedByKey<K, V> {

    private final Cache<K, V> cache;
    private final Function<Collection<K>, Map<K, V>> load;
    private long changes;

    public RememberedByKey(int keysMax, Function<Collection<K>, Map<K, V>> load) {
        this.cache = Caffeine.newBuilder().maximumSize(keysMax).build();
        this.load = load;
    }

    /** The values of those keys that have one. */
    public Map<K, V> get(Collection<K> keys) {
        var found = HashMap.<K, V>newHashMap(keys.size());
        var missing = new ArrayList<K>();
        for (K key : keys) {
            V value = cache.getIfPresent(key);
            if (value == null) {
                missing.add(key);
            } else {
                found.put(key, value);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(load(missing));
        }
        return found;
    }

    public synchronized void forget(Collection<K> keys) {
        changes++;
        cache.invalidateAll(keys);
    }

    public synchronized void forgetAll() {
        changes++;
        cache.invalidateAll();
    }

    private Map<K, V> load(Collection<K> missing) {
        long before = changes();
        var loaded = load.apply(missing);
        if (Remembered.seesOnlyWhatIsCommitted()) {
            keep(loaded, before);
        }
        return loaded;
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(Map<K, V> loaded, long before) {
        if (changes == before) {
            cache.putAll(loaded);
        }
    }
}
