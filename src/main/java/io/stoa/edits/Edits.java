package io.stoa.edits;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.pricing.PriceListId;
import io.stoa.search.Articles;
import io.stoa.shared.Ids;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of many articles: wished, looked at, made, taken back. The work itself is done in the background and told in the log. */
@Component
public class Edits {

    private final EditTable table;
    private final EditLineTable lines;
    private final GivenTable given;
    private final Articles articles;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;

    Edits(EditTable table, EditLineTable lines, GivenTable given, Articles articles, EventLog log, Ids ids, Clock clock) {
        this.table = table;
        this.lines = lines;
        this.given = given;
        this.articles = articles;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins to prepare the lines of a wish; nothing of the goods changes by it. */
    @Transactional
    public EditId wish(Wish wish, Selection selection, Touchpoint touchpoint) {
        if (wish.isEmpty()) {
            throw new IllegalArgumentException("A change changes something");
        }
        var id = new EditId(ids.next());
        int found = selection.query() != null
                ? articles.count(selection.query())
                : selection.products() == null ? 0 : selection.products().size();
        table.insert(id, wish, selection, touchpoint.actor().toString(), clock.instant(), found);
        tell(id, EditTold.WISHED, Edit.State.PREPARING, 1, touchpoint);
        return id;
    }

    /**
     * Begins to prepare the lines of what a table says; nothing of the goods changes by it.
     *
     * @param file the name that it has
     * @param list whose prices it says, or null where it has none
     * @param language of the names in it
     */
    @Transactional
    public EditId wish(String file, Sheet sheet, @Nullable PriceListId list, String language, Touchpoint touchpoint) {
        var upload = new Wish.Upload(file, sheet.columns(), language);
        var id = new EditId(ids.next());
        var prices = sheet.columns().contains(Sheet.Column.PRICE) ? list : null;
        var wish = new Wish(prices, null, null, null, null, upload, null);
        table.insert(id, wish, Selection.NONE, touchpoint.actor().toString(), clock.instant(), sheet.rows().size());
        given.insert(id, sheet.rows());
        tell(id, EditTold.WISHED, Edit.State.PREPARING, 1, touchpoint);
        return id;
    }

    /** A wish for the article of that title, whose lines are known: it is being made at once. */
    EditId wish(String article, List<EditLine> known, Touchpoint touchpoint) {
        var id = new EditId(ids.next());
        var wish = new Wish(null, null, null, null, null, null, article);
        table.insert(id, wish, Selection.NONE, touchpoint.actor().toString(), clock.instant(), 1);
        lines.insert(id, known);
        var _ = table.advance(id, null, 1, known.size(), Map.of(EditLine.Outcome.READY, known.size()));
        var version = table.move(id, Edit.State.PREPARING, Edit.State.APPLYING, touchpoint.actor().toString());
        tell(id, EditTold.WISHED, Edit.State.APPLYING, version.orElseThrow(), touchpoint);
        return id;
    }

    /** Begins to make what was prepared; false when it stands otherwise. */
    @Transactional
    public boolean apply(EditId id, Touchpoint touchpoint) {
        return move(id, Edit.State.PREVIEW, Edit.State.APPLYING, touchpoint);
    }

    /** Begins to take back what was made; false when it stands otherwise. */
    @Transactional
    public boolean undo(EditId id, Touchpoint touchpoint) {
        return move(id, Edit.State.DONE, Edit.State.UNDOING, touchpoint);
    }

    /** Gives up what was only prepared; false when it stands otherwise. */
    @Transactional
    public boolean discard(EditId id, Touchpoint touchpoint) {
        return move(id, Edit.State.PREVIEW, Edit.State.DISCARDED, touchpoint);
    }

    public Optional<Edit> find(EditId id) {
        return table.find(id);
    }

    /** Those of the changes that are there. One query. */
    Map<EditId, Edit> find(Collection<EditId> ids) {
        return table.byIds(ids).stream().collect(Collectors.toMap(Edit::id, Function.identity()));
    }

    /** Newest first; the next of a page is the id to ask before. */
    public Page<Edit> list(@Nullable EditId before, int size) {
        return Page.of(table.list(before, size + 1), size, edit -> edit.id().toString());
    }

    /** Lines in their order, of one outcome or all; the next of a page is the number to ask after. */
    public Page<EditLine> lines(EditId id, EditLine.@Nullable Outcome outcome, int after, int size) {
        return Page.of(lines.list(id, outcome, after, size + 1), size, line -> String.valueOf(line.number()));
    }

    private boolean move(EditId id, Edit.State from, Edit.State to, Touchpoint touchpoint) {
        var version = table.move(id, from, to, touchpoint.actor().toString());
        version.ifPresent(now -> tell(id, EditTold.ADVANCED, to, now, touchpoint));
        return version.isPresent();
    }

    private void tell(EditId id, String type, Edit.State state, long version, Touchpoint touchpoint) {
        log.append(NewEvent.of(type, "edit:" + id, version, touchpoint, new EditTold(id, state, 0)));
    }
}
