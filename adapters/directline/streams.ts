import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Listener } from '../conversation.ts';
import { errorFacts, type Log } from '../log.ts';
import type { Store, StoredActivity } from '../store/store.ts';
import { activityId, present, presentOne } from './present.ts';

/** One open socket and how far it has come. */
interface Stream {
  readonly socket: WebSocket;
  readonly conversationId: string;
  /** The last activity that was sent. */
  sent: number;
  /** Reading from the store; live activities wait for it. */
  pulling: boolean;
  pullAgain: boolean;
  /** Answered the last ping. */
  alive: boolean;
  /** Which of the rounds of pinging it belongs to, so that many sockets are not pinged at once. */
  readonly round: number;
}

export interface Streams extends Listener {
  readonly server: WebSocketServer;
  /** Sends what comes after the watermark, then everything that is said. */
  add(socket: WebSocket, conversationId: string, watermark: number): void;
  count(): number;
  /** Tells every client to come back; they do, with their watermark. */
  close(): void;
}

const activitiesAFrame = 20;
/** A socket with more than this on its way is sent nothing live; it pulls, frame by frame, as fast as it reads. */
const mostBufferedBytes = 256 * 1024;
const sendTimeoutMs = 15_000;
/** Sockets of one conversation; a further one takes the place of the oldest. */
const mostSockets = 8;
const rounds = 10;
const pingEveryMs = 30_000;

/** Live delivery to Direct Line's sockets. Holds no messages: what a socket missed is read from the store. */
export function createStreams(store: Store, log: Log, limits = { sendTimeoutMs, pingEveryMs }): Streams {
  const byConversation = new Map<string, Set<Stream>>();
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096, clientTracking: false });
  let added = 0;
  let count = 0;
  let round = 0;
  let isClosed = false;

  const pinging = setInterval(() => {
    round = (round + 1) % rounds;
    for (const streams of byConversation.values()) {
      for (const stream of streams) if (stream.round === round) ping(stream);
    }
  }, limits.pingEveryMs / rounds);
  pinging.unref();

  function remove(stream: Stream): void {
    const streams = byConversation.get(stream.conversationId);
    if (streams?.delete(stream) !== true) return;
    count -= 1;
    if (streams.size === 0) byConversation.delete(stream.conversationId);
  }

  async function pull(stream: Stream): Promise<void> {
    if (stream.pulling) {
      stream.pullAgain = true;
      return;
    }
    stream.pulling = true;
    try {
      do {
        stream.pullAgain = false;
        let stored = await store.after(stream.conversationId, stream.sent, activitiesAFrame);
        while (stored !== null && stored.length > 0 && isOpen(stream)) {
          const frame = JSON.stringify(present(stream.conversationId, stored, stream.sent));
          stream.sent = stored.at(-1)?.seq ?? stream.sent;
          if (!(await sendAndWait(stream.socket, frame, limits.sendTimeoutMs)))
            return stream.socket.terminate();
          stored = await store.after(stream.conversationId, stream.sent, activitiesAFrame);
        }
        if (stored === null) stream.socket.close(1000, 'the conversation is deleted');
      } while (stream.pullAgain && isOpen(stream));
    } catch (error) {
      log.error(errorFacts(error), 'stream could not be read');
      stream.socket.close(1011, 'try again');
    } finally {
      stream.pulling = false;
    }
  }

  return {
    server,
    add(socket, conversationId, watermark) {
      if (isClosed) {
        socket.terminate();
        return;
      }
      const stream: Stream = {
        socket,
        conversationId,
        sent: watermark,
        pulling: false,
        pullAgain: false,
        alive: true,
        round: added++ % rounds,
      };
      const streams = byConversation.get(conversationId) ?? new Set();
      byConversation.set(conversationId, streams);
      streams.add(stream);
      count += 1;
      socket.on('pong', () => {
        stream.alive = true;
      });
      // Clients send "" every 20 seconds to notice a broken connection; nothing else comes in here.
      socket.on('message', (_data: RawData) => {
        stream.alive = true;
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => remove(stream));
      if (streams.size > mostSockets) {
        const [oldest] = streams;
        oldest?.socket.close(1008, 'too many connections to one conversation');
        if (oldest !== undefined) remove(oldest);
      }
      void pull(stream);
    },
    committed(conversationId, activities) {
      const streams = byConversation.get(conversationId);
      const [first, last] = [activities[0], activities.at(-1)];
      if (streams === undefined || first === undefined || last === undefined) return;
      let frame: string | null = null;
      for (const stream of streams) {
        if (stream.sent >= last.seq) continue;
        if (
          stream.pulling ||
          stream.sent !== first.seq - 1 ||
          stream.socket.bufferedAmount > mostBufferedBytes
        ) {
          void pull(stream);
          continue;
        }
        frame ??= frameOf(conversationId, activities);
        stream.sent = last.seq;
        stream.socket.send(frame, ignoreError);
      }
    },
    forgotten(conversationId, activities) {
      for (const stream of byConversation.get(conversationId) ?? []) {
        const last = activities.map((activity, index) =>
          presentOne(conversationId, activity, activityId(conversationId, stream.sent + index + 1)),
        );
        stream.socket.send(JSON.stringify({ activities: last, watermark: String(stream.sent) }), ignoreError);
        stream.socket.close(1000, 'the conversation is deleted');
      }
    },
    count: () => count,
    close() {
      isClosed = true;
      clearInterval(pinging);
      for (const streams of byConversation.values()) {
        for (const stream of streams) stream.socket.close(1001, 'the server restarts');
      }
      // Whoever does not answer the close within a second is cut off, so that nothing holds the process open.
      setTimeout(() => {
        for (const streams of byConversation.values()) for (const one of streams) one.socket.terminate();
      }, 1000).unref();
    },
  };
}

function frameOf(conversationId: string, activities: readonly StoredActivity[]): string {
  return JSON.stringify(present(conversationId, activities, 0));
}

function ping(stream: Stream): void {
  if (!stream.alive) {
    stream.socket.terminate();
    return;
  }
  stream.alive = false;
  stream.socket.ping(ignoreError);
}

function isOpen(stream: Stream): boolean {
  return stream.socket.readyState === stream.socket.OPEN;
}

/** Sends a frame and waits until it has left for the network; false when it did not in time. */
function sendAndWait(socket: WebSocket, frame: string, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    timer.unref();
    socket.send(frame, (error) => {
      clearTimeout(timer);
      resolve(error === undefined || error === null);
    });
  });
}

function ignoreError(): void {
  // A socket that cannot be written to closes by itself; its client comes back with its watermark.
}
