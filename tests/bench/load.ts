import { connect, type Socket } from 'node:net';

/** One request to send: a path and a JSON body, with a token. */
export interface Post {
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

/** What a load came to. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds from sending to the answer, sorted. */
  readonly times: readonly number[];
}

/**
 * Sends each lane's posts one after the other over a kept-alive connection of its own, all lanes at once. Talks HTTP
 * by hand: a client that costs as much as the server would be what is measured. Anything but 200 rejects.
 */
export async function load(url: string, lanes: readonly (readonly Post[])[]): Promise<Load> {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(lanes.map(() => open(Number(port), hostname)));
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    lanes.map((posts, lane) => run(sockets[lane] as Socket, `${hostname}:${port}`, posts, times)),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  return { perSecond: times.length / seconds, times: times.sort((a, b) => a - b) };
}

function open(port: number, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function run(socket: Socket, host: string, posts: readonly Post[], times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let sentAt = 0;
    let got = '';
    const send = () => {
      const post = posts[next++];
      if (post === undefined) return resolve();
      sentAt = performance.now();
      socket.write(
        `POST ${post.path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${post.token}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(post.body)}\r\n\r\n${post.body}`,
      );
    };
    socket.on('data', (chunk: Buffer) => {
      got += chunk.toString('latin1');
      const headEnds = got.indexOf('\r\n\r\n');
      if (headEnds < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0);
      if (got.length < headEnds + 4 + length) return;
      if (!got.startsWith('HTTP/1.1 200')) return reject(new Error(`answered ${got}`));
      times.push(performance.now() - sentAt);
      got = '';
      send();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server hung up')));
    send();
  });
}
