/** Rewrites what is typed into a field while it is typed, for instance by grouping its digits. */

/**
 * Lets `format` rewrite the text of the event's field, and puts the caret back where the payee had it.
 *
 * Text that an input method is still composing is left alone, and so is what the payee undid. The text is
 * rewritten as if the payee had typed it (`insertText`), because setting `value` would make Undo forget all
 * that was typed before. The command is old, and there is no newer one. It goes where the focus is, so it is
 * not for a field that the browser fills in.
 */
export function reformat(event: InputEvent, format: (text: string) => string): void {
  if (event.isComposing || event.inputType?.startsWith('history')) return;
  const input = event.target as HTMLInputElement;
  const { value } = input;
  const caret = input.selectionStart ?? value.length;
  const formatted = format(value);
  if (formatted === value) return;
  input.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  if (!input.matches(':focus') || !document.execCommand('insertText', false, formatted))
    input.value = formatted;
  // A caret at the end stays at the end, also behind a separator.
  const position =
    caret === value.length
      ? formatted.length
      : positionAfterDigits(formatted, countDigits(value.slice(0, caret)), caret);
  input.setSelectionRange(position, position);
}

const countDigits = (text: string) => text.replace(/\P{Nd}/gu, '').length;

/** Returns where the caret goes, so that as many digits stand before it as did before formatting. */
function positionAfterDigits(text: string, digits: number, fallback: number): number {
  if (digits === 0) return Math.min(fallback, text.length);
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (/\d/.test(text.charAt(index))) seen += 1;
    if (seen === digits) return index + 1;
  }
  return text.length;
}
