/**
 * Parts that the longer steps have besides those of every step (`shell/parts.ts`). They come with these
 * steps, to keep the first file small.
 *
 * @csspart choices - A group of radio buttons, with its label, hint and error.
 * @csspart card - One choice of a group.
 * @csspart card-label - What it is called.
 * @csspart radio - The radio button in a card.
 * @csspart check - A checkbox with its sentence.
 * @csspart checkbox - The checkbox itself.
 * @csspart date - A date of birth: its legend, three fields and what they say in words.
 * @csspart date-parts - The row of the three fields.
 * @csspart date-label - The label of one of them.
 * @csspart select - A select; it is an `input` too.
 * @csspart group - Fields under a heading of their own.
 * @csspart subtitle - The heading of a group, of a dialog, or on the closing screen.
 * @csspart summary - The box that lists what is wrong in the form.
 * @csspart why - What can be unfolded, such as "Why we ask".
 * @csspart why-label - The line that unfolds it.
 * @csspart peek - The button that shows a secret number.
 * @csspart affix - A sign of currency or percent at a field.
 * @csspart cheque - The drawing of a cheque.
 * @csspart bank - The bank that a routing number belongs to.
 * @csspart notice - A box with something to know.
 * @csspart pending - The box that tells that something is being checked.
 * @csspart statement - What is signed.
 * @csspart review - A tax form, filled in, to be checked.
 * @csspart reporting - Which law a tax number is asked for by.
 * @csspart mismatch - The box that tells which answers do not fit.
 * @csspart document - A text of the law, to be read.
 * @csspart answers - What was filled in, to be checked.
 * @csspart last-time - Why the last photos were not accepted.
 * @csspart offer - The button to go on with the phone.
 * @csspart code - The code that both devices show.
 * @csspart panel - The box around what to do with the phone.
 * @csspart qr - The QR code.
 * @csspart camera - The camera's picture.
 * @csspart camera-guide - The frame in it.
 * @csspart camera-hint - What to do, on the camera's picture.
 * @csspart photo - The photo to be checked.
 * @csspart drop - Where a photo can be dropped.
 * @csspart example - A small drawing of a photo that will not do.
 * @csspart stalled - The note that sending takes longer.
 * @csspart methods - The list of saved methods.
 * @csspart method - One saved method.
 * @csspart rails - The list of kinds of methods to add.
 * @csspart rail - One kind of method.
 * @csspart results - The banks that were found.
 * @csspart glyph - The picture of a method.
 * @csspart name - The name of a method.
 * @csspart detail - Its masked number or address.
 * @csspart tag - A tag such as "Default".
 * @csspart add - The button that adds something.
 * @csspart menu-button - The button with three dots.
 * @csspart menu - The menu behind it.
 * @csspart menu-item - One entry of a menu.
 * @csspart dialog - The question before something is removed.
 * @csspart quiet-button - A button beside the main one.
 * @csspart danger-button - The button that removes something.
 * @csspart setting - A line with a switch.
 * @csspart switch - The switch itself.
 * @csspart blockers - Why the step cannot be left yet.
 * @csspart mandate - The permission to debit an account.
 * @csspart simulation - What the sandbox plays instead of a bank.
 * @csspart balance - What can be withdrawn.
 * @csspart terms - What is about to be withdrawn, to be checked.
 * @csspart timeline - Where a payout has got to.
 * @csspart station - One line of the timeline.
 */
export const parts =
  ',choices,card,card-label,radio,check,checkbox,date,date-parts,date-label,select,group,subtitle,summary,why,why-label,peek,affix' +
  ',cheque,bank,notice,pending,statement,review,reporting,mismatch,document,answers,last-time,offer,code' +
  ',sign,panel,qr,camera,camera-guide,camera-hint,photo,drop,example,stalled,methods,method,rails,rail,results' +
  ',glyph,name,detail,tag,add,menu-button,menu,menu-item,dialog,quiet-button,danger-button,setting,switch' +
  ',blockers,mandate,simulation,balance,terms,timeline,station';
