import { type ActivitySet, activitySetOf } from './activity.ts';

/** An open stream that can be dropped when it seems dead. */
export interface Stream {
  /** Resolves when the stream has closed, with whether it was ever open. */
  readonly closed: Promise<boolean>;
  readonly close: () => void;
}

const opensWithinMs = 8_000;
/** Proxies close a silent socket; an empty frame keeps it and the server ignores it. */
const stillHereEveryMs = 20_000;

/** Opens the WebSocket stream of a conversation. */
export function openStream(
  url: string,
  listener: { readonly opened: () => void; readonly received: (set: ActivitySet) => void },
): Stream {
  const socket = socketTo(url);
  if (!socket) return { closed: Promise.resolve(false), close: () => {} };
  let wasOpen = false;
  let finish = () => {};
  const closed = new Promise<boolean>((resolve) => {
    // Closing a socket whose net is gone takes the browser minutes, so nothing waits for its close event.
    finish = () => {
      clearTimeout(timeout);
      clearInterval(heartbeat);
      socket.onopen = socket.onclose = socket.onmessage = null;
      socket.close();
      resolve(wasOpen);
    };
  });
  const timeout = setTimeout(finish, opensWithinMs);
  const heartbeat = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, stillHereEveryMs);
  socket.onclose = finish;
  socket.onopen = () => {
    clearTimeout(timeout);
    wasOpen = true;
    listener.opened();
  };
  socket.onmessage = ({ data }) => {
    const set = activitySetOf(data);
    if (set) listener.received(set);
  };
  return { closed, close: finish };
}

/** A policy of the page may forbid sockets; then the client polls. */
function socketTo(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}
