/** The steps of a guided fault tree, as pure deeds on lists; the server alone decides whether a tree is sound. */

/** @param {string} key */
export const blankQuestion = (key) => ({
  key,
  question: '',
  hint: null,
  answers: [
    { words: '', to: null },
    { words: '', to: null },
  ],
  fault_kind: null,
  fault_group: null,
  advice: null,
})

/** @param {string} key */
export const blankEnd = (key) => ({
  key,
  question: null,
  hint: null,
  answers: [],
  fault_kind: null,
  fault_group: null,
  advice: null,
})

/** A key that no step has. @param {{ key: string }[]} steps */
export function freshKey(steps) {
  const taken = new Set(steps.map(({ key }) => key))
  for (let n = steps.length + 1; ; n += 1) if (!taken.has(`s${n}`)) return `s${n}`
}

/** The steps without this one; answers that led to it lead nowhere. @param {any[]} steps @param {number} at */
export function without(steps, at) {
  const gone = steps[at].key
  return steps
    .filter((_, index) => index !== at)
    .map((step) => ({
      ...step,
      answers: step.answers.map((/** @type {any} */ one) =>
        one.to === gone ? { ...one, to: null } : one
      ),
    }))
}

/** How many ways lead from the first step to an end; circles count as none. @param {any[]} steps */
export function pathsOf(steps) {
  const by = new Map(steps.map((step) => [step.key, step]))
  /** @type {Map<string, number>} */
  const known = new Map()
  /** @param {string} key @param {Set<string>} way @returns {number} */
  function count(key, way) {
    const step = by.get(key)
    if (!step || way.has(key)) return 0
    if (step.question === null) return 1
    if (!known.has(key)) {
      const on = new Set(way).add(key)
      known.set(
        key,
        step.answers.reduce(
          (/** @type {number} */ sum, /** @type {any} */ one) =>
            sum + (one.to ? count(one.to, on) : 0),
          0
        )
      )
    }
    return known.get(key) ?? 0
  }
  return steps.length ? count(steps[0].key, new Set()) : 0
}
