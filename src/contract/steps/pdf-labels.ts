/** What a field of a partner's PDF asks for. Only its label tells. */

/** Returns the words of a label without what forms put around them: "Your first name:", "City *". */
const plain = (label: string): string => label.replace(/^(?:your|ihre?) /i, '').replace(/[\s:*.]+$/, '');

/**
 * Labels that say so plainly what is meant that the browser may offer it (WCAG 2.2, 1.3.5), in English and
 * German. All others get `off`, because a wrong offer is worse than none.
 */
const tokens: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:full|legal|full legal) )?name$|^vollständiger name$/i, 'name'],
  [/^(?:first|given) name$|^forename$|^vorname$/i, 'given-name'],
  [/^middle name$/i, 'additional-name'],
  [/^(?:last name|family name|surname)$|^(?:nach|familien)name$/i, 'family-name'],
  [/^(?:company|business|organi[sz]ation)(?: name)?$|^firma$|^firmenname$/i, 'organization'],
  [/^job title$/i, 'organization-title'],
  [/^e-?mail(?:[ -]?(?:address|adresse))?$/i, 'email'],
  [
    /^(?:(?:tele|mobile |cell )?phone|mobile)(?: number)?$|^telefon(?:nummer)?$|^(?:mobil|handy)nummer$/i,
    'tel',
  ],
  [/^(?:street )?address(?: line 1)?$|^street(?: and number)?$/i, 'address-line1'],
  [/^adresse$|^anschrift$|^straße(?: (?:und|u\.) (?:hausnummer|hausnr|nummer|nr))?$/i, 'address-line1'],
  [/^address line 2$|^adresszusatz$/i, 'address-line2'],
  [/^(?:city|town)(?: or town)?$|^(?:ort|stadt|wohnort)$/i, 'address-level2'],
  [/^(?:state|province|region)$|^bundesland$/i, 'address-level1'],
  [/^(?:zip|postal)(?: ?code)?$|^postcode$|^(?:plz|postleitzahl)$/i, 'postal-code'],
  [/^country$|^land$/i, 'country-name'],
  [/^website$|^webseite$/i, 'url'],
];

/** Returns the autofill token of a label, or `off`. */
export const tokenOf = (label: string): string =>
  tokens.find(([words]) => words.test(plain(label)))?.[1] ?? 'off';

/** An area takes a whole address, which is several lines. Nothing else that browsers offer is. */
export const areaToken = (label: string): string =>
  tokenOf(label) === 'address-line1' ? 'street-address' : 'off';

/** A date may be offered only where a birthday is asked for. */
export const dateToken = (label: string): string => (/birth|geburtsdatum/i.test(label) ? 'bday' : 'off');
