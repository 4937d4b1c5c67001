/** Ends with 0 when the server, or worker, on this port can work: `node healthy.mjs 4400`. */
const answer = await fetch(`http://127.0.0.1:${process.argv[2]}/readyz`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
