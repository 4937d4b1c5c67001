/**
 * Asks others while something is being changed. A transaction holds rows and a connection, and a vendor may
 * take ten seconds, so nobody is asked inside one: it is undone, the question is asked, and the work begins
 * anew with the answer at hand.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Undoes the transaction. Nobody but `withAnswers` catches it. */
class Unanswered extends Error {
  readonly question: string;
  readonly ask: () => Promise<unknown>;

  constructor(question: string, ask: () => Promise<unknown>) {
    super('Asked outside of withAnswers.');
    this.question = question;
    this.ask = ask;
  }
}

/** What was answered so far, by question. */
const answers = new AsyncLocalStorage<Map<string, unknown>>();

/** More than any work asks. */
const mostQuestions = 5;

/**
 * Runs `work`, which makes a transaction, once more for each question that it asks. Effects of earlier runs
 * were undone, so `work` must have none but those of the transaction.
 */
export async function withAnswers<T>(work: () => Promise<T>): Promise<T> {
  const known = answers.getStore() ?? new Map<string, unknown>();
  for (;;)
    try {
      return await answers.run(known, work);
    } catch (error) {
      if (!(error instanceof Unanswered) || known.size >= mostQuestions) throw error;
      known.set(error.question, await error.ask());
    }
}

/**
 * Runs `work`, which may ask with `askBefore` what its transaction will want to know. A transaction that
 * finds its answer there is made once.
 */
export const withEarlyAnswers = <T>(work: () => Promise<T>): Promise<T> => answers.run(new Map(), work);

/** Asks before the transaction. Outside of `withEarlyAnswers` nobody would hear the answer. */
export async function askBefore(question: string, ask: () => Promise<unknown>): Promise<void> {
  answers.getStore()?.set(question, await ask());
}

/**
 * Returns what `ask` resolves to. `question` tells the questions of one piece of work apart, and has
 * everything in it on which the answer depends; it stays in memory.
 */
export async function askOutside<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.getStore();
  if (!known?.has(question)) throw new Unanswered(question, ask);
  return known.get(question) as T;
}
