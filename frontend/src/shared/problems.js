import { has, t } from './i18n.js'

/**
 * A refusal of the server (RFC 9457), or a failure to reach it, in one shape.
 * `slug` never changes; titles come in the caller's language.
 */
export class Problem extends Error {
  /**
   * @param {import('./contract').ProblemBody} body
   * @param {number | null} [retryAfter] seconds until another try makes sense
   */
  constructor(body, retryAfter = null) {
    super(body.title)
    this.name = 'Problem'
    this.slug = body.type.slice(body.type.lastIndexOf('/') + 1)
    this.status = body.status
    this.title = body.title
    this.detail = body.detail ?? ''
    this.requestId = body.request_id ?? ''
    this.errors = body.errors ?? []
    /** What may be done instead, if the server said so. */
    this.offered = body.offered ?? null
    this.retryAfter = retryAfter
    /** All members, for pages that read their own (candidates, tries_left, clash). */
    this.body = body
  }

  /** The words to show: our own for this slug if there are any, else the server's. */
  get words() {
    const key = `problems.${this.slug.replace(/-/g, '_')}`
    return has(key) ? t(key, { ...this.simple, retry: this.retryAfter }) : this.title
  }

  /** Members that can stand inside a sentence. */
  get simple() {
    return Object.fromEntries(
      Object.entries(this.body).filter(([, value]) => ['string', 'number'].includes(typeof value))
    )
  }

  /**
   * What is wrong with one field, by its name or pointer.
   * @param {string} name
   */
  field(name) {
    const found = this.errors.find(
      ({ pointer }) => pointer === name || pointer.split('/').includes(name)
    )
    if (!found) return ''
    const key = `problems.codes.${found.code}`
    return has(key) ? t(key) : found.detail
  }
}

/** The request never reached the server, or its answer never reached us. */
export const NO_CONNECTION = 'no-connection'
/** Something answered in the server's place: a network that asks for a sign-in. */
export const NOT_OURS = 'not-our-answer'

/** @param {string} slug @param {number} [status] */
export function localProblem(slug, status = 0) {
  return new Problem({
    type: `/problems/${slug}`,
    title: t(`problems.${slug.replace(/-/g, '_')}`),
    status,
  })
}

/**
 * Any thrown thing as a Problem, so that pages handle one type.
 * @param {unknown} error
 */
export function asProblem(error) {
  if (error instanceof Problem) return error
  console.error(error)
  return localProblem('unexpected')
}
