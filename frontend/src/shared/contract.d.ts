/** Shapes that every screen shares, named once. They narrow what the generated schema gives. */

export interface Offered {
  action: string
  label: string
  method: string
  href: string
  needs: Need[]
}

export interface Need {
  name: string
  type:
    | 'text'
    | 'textarea'
    | 'choice'
    | 'datetime'
    | 'date'
    | 'minutes'
    | 'boolean'
    | 'integer'
    | 'money'
    | 'signature'
    | 'employee'
    | 'engineer'
    | 'part'
    | 'answers'
    | 'phone'
  label: string
  required: boolean
  options: { value: string; label: string }[] | null
  max: number | null
}

export interface ClockRef {
  kind: string
  label: string
  state: 'running' | 'paused' | 'met' | 'missed' | 'late_met' | 'cancelled'
  /** Null in lists while it is paused: each hour of the pause moves it. */
  due_at: string | null
  started_at: string
  stopped_at: string | null
  due_soon_at: string | null
}

export interface Clock extends ClockRef {
  rule?: string
  pauses?: { from: string; to: string | null; reason: string }[]
  intervals?: { from: string; to: string; counts: boolean; why: string }[]
  warned?: { at: string; name: string }[]
  policy?: string
  explanation?: string
  /** Why this minute, line by line, in the reader's language. */
  breakdown?: { kind: string; at: string | null; text: string }[]
}

export interface Entitlement {
  verdict: 'free' | 'paid' | 'unknown'
  mode: 'on_site' | 'carry_in' | null
  code: string
  headline: string
  explanation: string
  on: string
  reasons: { rule: string; text: string; from: string | null; to: string | null }[]
}

export interface Phone {
  value: string | null
  masked: string
}

/** One's own side of a call. */
export interface Leg {
  id: string
  version: number
  status: 'dialling' | 'ringing' | 'talking' | 'held' | 'over'
  status_label: string
  offered: Offered[]
  call_id: string
  direction: 'inbound' | 'outbound'
  extension: string
  queue: string | null
  phone: Phone
  caller_name: string | null
  rang_at: string
  answered_at: string | null
  matches: number
  customer: { id: string; name: string } | null
  contact: { id: string; name: string } | null
  matters: { id: string; number: string; subject: string; status_label: string; calls: number }[]
  open_matters: number
}

/** One's own telephone. */
export interface TelephoneLine {
  connected: boolean
  extension: string | null
  waiting: number
  presence: {
    id: string
    status: 'available' | 'on_call' | 'after_call' | 'away' | 'off'
    status_label: string
    reason_label: string | null
    since: string
    offered: Offered[]
  } | null
}

export interface Fact {
  type: string
  subject: string
  subject_id: string
  version: number | null
  case_id: string | null
  position: number
}

export interface TimelineEntry {
  id: string
  position: number | null
  type: string
  sentence: string
  actor_name: string | null
  occurred_at: string
  recorded_at: string
}

export interface Role {
  role: string
  label: string
  station: { id: string; code: string; name: string } | null
  scope: string
}

export interface Me {
  account_id: string
  name: string
  account: string | null
  locale: string
  employee: { id: string; name: string } | null
  roles: Role[]
  stations: { id: string; code: string; name: string }[]
  permissions: string[]
  demo: boolean
  version: number
}

export interface ProblemBody {
  type: string
  title: string
  status: number
  detail?: string
  request_id?: string
  errors?: { pointer: string; code: string; detail: string }[]
  offered?: Offered[]
  [member: string]: unknown
}
