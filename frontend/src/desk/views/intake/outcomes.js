/** What a call can come to. The digit is the place the hand remembers. */
export const OUTCOMES = [
  { value: 'answer', digit: '1', action: 'answer', mode: null, icon: 'note' },
  { value: 'reply', digit: '2', action: 'promise', mode: null, icon: 'clock' },
  { value: 'transfer', digit: '3', action: 'promise', mode: null, icon: 'people' },
  { value: 'on_site', digit: '4', action: 'dispatch', mode: 'on_site', icon: 'car' },
  { value: 'carry_in', digit: '5', action: 'advise-carry-in', mode: 'carry_in', icon: 'box' },
  { value: 'decline', digit: '6', action: 'decline', mode: null, icon: 'ring_stroke' },
]

/** Outcomes that need no judgement of hardware: an answer now or later, by whomever. */
export const TALKED = ['answer', 'reply', 'transfer']

/** @param {string} value */
export const outcomeOf = (value) => OUTCOMES.find((one) => one.value === value)

/** What takes a fault out of the warranty (D2). */
export const exclusions = [
  'misuse',
  'opened_by_others',
  'seal_or_serial',
  'foreign_parts',
  'liquid_or_power',
  'force_majeure',
  'consumable',
  'no_proof',
]
