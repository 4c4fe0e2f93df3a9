// The end of a server: no new request, open ones are answered, and what is not answered within the limit is cut off.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const DRAIN_MS = 10_000;

/** True when every open request was answered within `drainMs`. */
export async function stopServer(app: NestFastifyApplication, drainMs: number = DRAIN_MS): Promise<boolean> {
  let inTime = true;
  const limit = setTimeout(() => {
    inTime = false;
    app.getHttpServer().closeAllConnections();
  }, drainMs);
  try {
    await app.close();
  } finally {
    clearTimeout(limit);
  }
  return inTime;
}
