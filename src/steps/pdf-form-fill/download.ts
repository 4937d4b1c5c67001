/**
 * Saves the filled form on the payee's device, and resolves to whether `answer` was one: `{ file_name, data
 * }` with `data` in base64.
 *
 * The bytes come through the session. A link would need the session's token in its address.
 */
export async function download(answer: unknown): Promise<boolean> {
  const { file_name: name, data } = (answer ?? {}) as { file_name?: unknown; data?: unknown };
  if (typeof name !== 'string' || typeof data !== 'string') return false;
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click. A minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
