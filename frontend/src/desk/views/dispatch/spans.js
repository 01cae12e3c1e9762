/** A row's spare spans, drawn beneath its jobs: the hours in which nobody works, and a day's sum where a week is shown. */

/** How long all of them last together, in hours with one place. @param {any[]} jobs */
export function hoursOf(jobs) {
  const seconds = jobs.reduce(
    (sum, one) => sum + (Date.parse(one.ends_at) - Date.parse(one.starts_at)) / 1000,
    0
  )
  return (seconds / 3600).toFixed(1)
}

/**
 * Of the hours that are shown those in which nobody works.
 * @param {import('./axis.js').Axis} axis
 * @param {any[]} open spans in which somebody does, in their order
 */
export function closedSpans(axis, open) {
  const spans = []
  for (let index = 0; index < axis.days; index++) {
    const from = axis.starts[index] + axis.from * 3_600_000
    const to = axis.starts[index] + axis.to * 3_600_000
    let at = from
    for (const one of open) {
      const starts = Date.parse(one.starts_at)
      const ends = Date.parse(one.ends_at)
      if (ends <= at || starts >= to) continue
      if (starts > at) spans.push({ key: `c${at}`, style: axis.place(at, Math.min(starts, to)) })
      at = Math.max(at, ends)
    }
    if (at < to) spans.push({ key: `c${at}`, style: axis.place(at, to) })
  }
  return spans
}

/** Each day's share of the width, with how many jobs begin there and how long they last. @param {import('./axis.js').Axis} axis @param {any[]} jobs */
export function sumsOf(axis, jobs) {
  return axis.dates.map((day, index) => {
    const from = axis.starts[index]
    const to = axis.starts[index + 1] ?? axis.end
    const here = jobs.filter((one) => {
      const at = Date.parse(one.starts_at)
      return at >= from && at < to
    })
    return { day, style: shareOf(axis, index), n: here.length, hours: hoursOf(here) }
  })
}

/** One day's share of the width. @param {import('./axis.js').Axis} axis @param {number} index */
export const shareOf = (axis, index) => ({
  left: `${(index / axis.days) * 100}%`,
  width: `${100 / axis.days}%`,
})
