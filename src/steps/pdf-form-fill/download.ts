/** Saves the filled form on the payee's device. The bytes come with the session's own token; an address would need one in it. */
export async function download(answer: unknown): Promise<boolean> {
  const { file_name: name, data } = (answer ?? {}) as { file_name?: unknown; data?: unknown };
  if (typeof name !== 'string' || typeof data !== 'string') return false;
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
