/** Hands the tools to the protocol's own package, which reads, checks and answers its messages. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Sandbox } from '../start/ask-sandbox.ts';
import { lookUpError } from './look-up-error.ts';
import { readDocs } from './read-docs.ts';
import { connect } from './sandbox-calls.ts';
import { tools } from './tools.ts';

export async function serveTools(sandbox: Sandbox, version: string): Promise<void> {
  const server = new McpServer({ name: 'dots-flow', version });
  const { createFlow, advanceClock, listDeliveries } = connect(sandbox);
  server.registerTool('create_flow', tools.create_flow, createFlow);
  server.registerTool('advance_clock', tools.advance_clock, advanceClock);
  server.registerTool('list_webhook_deliveries', tools.list_webhook_deliveries, listDeliveries);
  server.registerTool('look_up_error', tools.look_up_error, lookUpError);
  server.registerTool('read_docs', tools.read_docs, readDocs);
  await server.connect(new StdioServerTransport());
}
