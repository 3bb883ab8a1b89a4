// An app that takes every webhook and keeps it; its answer URL gives a talk.
import http from 'node:http';

const arrived = [];
let waiting = [];

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', part => (body += part));
  request.on('end', () => {
    arrived.push(body);
    waiting.splice(0).forEach(wake => wake());
    if (request.url.startsWith('/answer')) {
      response.setHeader('Content-Type', 'application/json');
      response.end('[{"action":"talk","text":"Hello."}]');
    } else {
      response.statusCode = 204;
      response.end();
    }
  });
});
await new Promise(started => server.listen(0, '127.0.0.1', started));

export const url = path => `http://127.0.0.1:${server.address().port}${path}`;

/** The next webhook whose text contains that; those before it are gone. */
export async function next(text) {
  const end = Date.now() + 20_000;
  for (;;) {
    while (arrived.length > 0) {
      const body = arrived.shift();
      if (body.includes(text)) {
        return JSON.parse(body);
      }
    }
    const left = end - Date.now();
    if (left <= 0) {
      throw new Error(`no webhook with ${text}`);
    }
    await new Promise(wake => {
      const timer = setTimeout(wake, left);
      waiting.push(() => {
        clearTimeout(timer);
        wake();
      });
    });
  }
}

export const close = () => {
  server.closeAllConnections();
  server.close();
};
