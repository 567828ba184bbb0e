import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another web site, with pages of its own; a value that begins with `file:` is a file served unchanged. */
export interface Site {
  readonly url: string;
  put(path: string, content: string): void;
  close(): Promise<void>;
}

/** Opens a web site on a port of its own. */
export async function openSite(): Promise<Site> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const content = pages.get(request.url ?? '');
    response.statusCode = content === undefined ? 404 : 200;
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(content?.startsWith('file:') ? readFileSync(new URL(content)) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (path, content) => void pages.set(path, content),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
