import { startServer } from '../../test/editor/host/server.mjs';
import { root } from '../bootstrap/checkout.mjs';
import { sample } from './sample.mjs';

/**
 * Serves VS Code on loopback until Ctrl-C, with this checkout's extension installed. Only who knows the printed URL with its
 * random token gets in, and the workbench asks for trust as everywhere.
 * @returns {Promise<string | undefined>} why it ended, if not by Ctrl-C
 */
export async function serveInBrowser() {
  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end());
  try {
    const server = await startServer({ trust: 'ask', extension: root, onExit: end });
    const payload = [['openFile', server.remote(sample.draft)]];
    console.log(`\n  ${server.openUrl({ folder: sample.folder, payload })}\n`);
    console.log('Open this address in a browser on this machine. Ctrl-C ends it.');
    const why = await ended;
    await server.stop();
    return why;
  } catch (error) {
    return error.message;
  }
}
