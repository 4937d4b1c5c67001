/**
 * `dots-flow mcp`: the tools of a sandbox for a coding agent, by the Model Context Protocol over stdin and
 * stdout (modelcontextprotocol.io/specification/2025-06-18/basic/transports). Nothing else may be written to
 * stdout, so it has no banner and no log.
 */
import { parseArgs } from 'node:util';
import { readSandbox, refusal } from '../start/ask-sandbox.ts';
import type { Developer } from '../start/ask-sandbox.ts';

interface Given {
  readonly env: Developer['env'];
  /** Of this package. */
  readonly version: string;
}

/** Serves until stdin ends. Throws a `ConfigError` for what the developer has to change. */
export async function runMcp(args: readonly string[], { env, version }: Given): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' } },
  });
  if (positionals.length > 0)
    throw refusal(`\`dots-flow mcp\` takes no ${JSON.stringify(positionals.join(' '))}.`);
  const sandbox = readSandbox(values.url, env);
  // It needs the optional package; what is wrong with the settings is said without it.
  const { serveTools } = await import('./serve-tools.ts');
  await serveTools(sandbox, version);
}
