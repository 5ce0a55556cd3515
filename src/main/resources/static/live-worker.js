// One event stream for all tabs of this browser. Each tab says which topics it shows; the stream carries their union.
const tabs = new Map(); // port -> Set of topics
let stream, asked = "", lastId = "", timer, patience = 1000;

onconnect = ({ ports: [port] }) => {
  tabs.set(port, new Set());
  port.onmessage = ({ data }) => {
    if (data.topics) tabs.set(port, new Set(data.topics));
    if (data.leave) tabs.delete(port);
    later(150);
  };
};

function later(delay) {
  clearTimeout(timer);
  timer = setTimeout(follow, delay);
}

function follow() {
  const wanted = [...new Set([...tabs.values()].flatMap((topics) => [...topics]))].sort().join(",");
  if (wanted === asked && stream && stream.readyState !== EventSource.CLOSED) return;
  stream?.close();
  stream = undefined;
  asked = wanted;
  if (!wanted) return;
  stream = new EventSource(`/live?topics=${encodeURIComponent(wanted)}${lastId ? `&after=${encodeURIComponent(lastId)}` : ""}`);
  stream.onopen = () => { patience = 1000; tell({ state: "open" }); };
  stream.onmessage = ({ data, lastEventId }) => { lastId = lastEventId || lastId; deliver(JSON.parse(data)); };
  stream.onerror = () => {
    tell({ state: "closed" });
    if (stream?.readyState === EventSource.CLOSED) later((patience = Math.min(patience * 2, 30_000)));
  };
}

function deliver(message) {
  for (const [port, topics] of tabs) {
    if ((message.topics ?? []).some((topic) => topics.has(topic))) port.postMessage({ message });
  }
}

function tell(state) {
  for (const port of tabs.keys()) port.postMessage(state);
}
