/** A drawing for each kind of fact; the sentence carries the meaning, the icon helps the eye. */

/** @type {[RegExp, string, string][]} pattern of the fact's type, icon, role */
const MARKS = [
  [/late|missed|overdue|escalat/, 'triangle', 'bad'],
  [/dissatisfied|refused|declined|cancelled/, 'ring_stroke', 'quiet'],
  [/^call\.|called|repeat|contact|attempt/, 'phone', 'action'],
  [/depart/, 'car', 'action'],
  [/promis|reschedul|book/, 'calendar', 'action'],
  [/part/, 'box', 'quiet'],
  [/sign/, 'pen', 'good'],
  [/complete|closed|satisfied|handed|met|answered/, 'tick', 'good'],
  [/assign|accept|owner|taken/, 'person', 'action'],
  [/arriv|diagnos/, 'wrench', 'busy'],
  [/photo|attach/, 'camera', 'quiet'],
  [/wait|pause/, 'pause', 'wait'],
  [/note/, 'note', 'quiet'],
  [/entitle|judged|consent|quote/, 'shield_tick', 'action'],
]

/** @param {string} type e.g. `work_order.assigned` */
export function iconOfFact(type) {
  const mark = MARKS.find(([pattern]) => pattern.test(type))
  return mark ? { name: mark[1], role: mark[2] } : { name: 'document', role: 'quiet' }
}
