/** Text that is made piece by piece, as the body of an answer. */

/**
 * Returns a stream of it. The first piece is read here, so that a database that is away is answered as
 * everywhere. The rest is read as fast as it is taken: there may be more of it than memory.
 */
export async function streamOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const first = await pieces.next();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first.done ? '' : first.value)),
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** The headers of a file that a browser saves under this name. */
export const fileHeaders = (type: 'text/csv; charset=utf-8' | 'application/pdf', name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}.${type === 'application/pdf' ? 'pdf' : 'csv'}"`,
});
