/**
 * Parts of the frame and of every step, which the page styles with `dots-flow::part(name)`. The longer steps
 * have more (`steps/shared/parts.ts`). The manifest takes its descriptions from these comments.
 *
 * @csspart flow - Everything that the element itself shows.
 * @csspart progress - Segments and position. `display: none` hides them.
 * @csspart bar - The row of segments.
 * @csspart segment - One step of the flow.
 * @csspart done - A segment whose step is completed.
 * @csspart active - The segment of the current step.
 * @csspart position - The line "Step 2 of 4 · Tax details".
 * @csspart sandbox - The tag that tells that nothing is real.
 * @csspart skeleton - What is shown while loading.
 * @csspart offline - The note that the browser is offline.
 * @csspart session - The note that the session ends soon, or why a code is asked for again.
 * @csspart confirmation - The line that says what was saved on the screen before.
 * @csspart end - Closing and failing screens.
 * @csspart outcome - What was done, or what is still open, on the closing screen.
 * @csspart receipt - The payout on the closing screen.
 * @csspart help - The lines below every screen: who asks, whom to ask, other languages.
 * @csspart help-link - A link or button in these lines.
 * @csspart later - How to go on later.
 * @csspart sign - The round picture above a title.
 * @csspart step - The section of the current step.
 * @csspart title - The heading of a screen.
 * @csspart lead - The sentence below the heading.
 * @csspart form - The form of a step.
 * @csspart field - A text field or select, with its label, hint and error.
 * @csspart label - What a field, or a group of choices, is called.
 * @csspart optional - The word "(optional)" behind a label.
 * @csspart hint - Small print.
 * @csspart error - What is wrong with a field.
 * @csspart input - A text field or select itself.
 * @csspart country - The button with the calling code.
 * @csspart country-list - The list of countries behind it.
 * @csspart country-option - One country in the list.
 * @csspart failure - The box that tells why a request failed.
 * @csspart actions - The main button and the links below it.
 * @csspart button - The main button.
 * @csspart spinner - The circle that turns while a request is under way.
 * @csspart link - A quiet button or link in the text.
 * @csspart icon - A picture inside of something else.
 */
export const parts =
  'step,title,lead,form,field,label,optional,hint,error,input,country,country-list,country-option,failure' +
  ',actions,button,spinner,link,icon';
