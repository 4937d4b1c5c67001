/** The tool `look_up_error`: the catalogue from which server and element take their words. */
import { fieldCatalogue, problemCatalogue } from '../../contract/problems.ts';
import { answer, failure } from './answer.ts';
import type { Answer } from './answer.ts';

/** Some codes are of a whole request and of a field; then both are told. */
export function lookUpError({ code }: { readonly code: string }): Answer {
  const meanings = [...ofRequest(code), ...ofField(code)];
  if (meanings.length > 0) return answer({ code, meanings });
  const words = code.toLowerCase().split(/[^a-z]+/);
  const similar = [...Object.keys(problemCatalogue), ...Object.keys(fieldCatalogue)].filter((known) =>
    known.split('-').some((word) => word.length > 3 && words.includes(word)),
  );
  return failure({ title: `There is no code ${JSON.stringify(code)}.`, similar: [...new Set(similar)] });
}

function ofRequest(code: string): object[] {
  const found = Object.entries(problemCatalogue).find(([known]) => known === code);
  if (!found) return [];
  const [, { status, message }] = found;
  return [
    status === 0
      ? { of: 'the element, in `dots-error`', meaning: message }
      : { of: 'a request, in `error_code`', status, meaning: message },
  ];
}

const ofField = (code: string): object[] =>
  Object.entries(fieldCatalogue)
    .filter(([known]) => known === code)
    .map(([, meaning]) => ({ of: 'a field, in `errors`', meaning }));
