/** What a tool answers: JSON or Markdown, as text, because that is what every agent reads. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

export type Answer = CallToolResult;

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content, null, 2);

export const answer = (content: unknown): Answer => ({ content: [{ type: 'text', text: textOf(content) }] });

/**
 * What went wrong, for the agent to read and to mend. An error of the protocol would end in its host
 * (modelcontextprotocol.io/specification/2025-06-18/server/tools, "Error Handling").
 */
export const failure = (content: unknown): Answer => ({ ...answer(content), isError: true });
