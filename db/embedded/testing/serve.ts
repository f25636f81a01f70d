import { startEmbedded } from '../index.ts';

// The application of the tests: starts the PostgreSQL of a directory, says where, and stops it at the end of its input; Ctrl-C it only reports.
const [directory, settings] = process.argv.slice(2);
const server = await startEmbedded({ directory: directory!, settings: JSON.parse(settings!) as Record<string, string> });
const stop = async () => {
  await server.stop();
  process.exit();
};
process.on('SIGINT', () => console.log('draining'));
process.stdin.resume().on('end', stop);
console.log(JSON.stringify({ url: server.url, port: server.port, attached: server.attached }));
