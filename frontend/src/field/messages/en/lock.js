export default {
  title: 'Sibu Field',
  pin: 'PIN',
  pin_new: 'New PIN',
  pin_old: 'Present PIN',
  pin_again: 'Once more',
  digits: '6 digits',
  open: 'Open',
  opening: 'Opening',
  wrong: [
    'Wrong PIN. {n} try left; then what is on this phone is wiped.',
    'Wrong PIN. {n} tries left; then what is on this phone is wiped.',
  ],
  safe: [
    '{n} unsent item is safe and goes on after opening.',
    '{n} unsent items are safe and go on after opening.',
  ],
  why_jumped: 'The phone’s time jumped, so it locked. All is here; enter the PIN to go on.',
  why_away: 'Locked after a while without use.',
  why_asked: 'Locked.',
  overdue_title: 'No network for over 72 hours',
  overdue:
    'To protect customers it opens again only with a network. What is unsent is here and goes out by itself.',
  connect: 'Connect now',
  not_connected: 'Not connected yet. Try again where there is a network.',
  forgot: 'Forgot the PIN',
  forgot_sure:
    'Then what is on this phone must be wiped: sign in again and set a new PIN. What is unsent is sealed first, for the server alone, and arrives with the next network, all of it.',
  drafts_lost: [
    '{n} step that is half written is not kept.',
    '{n} steps that are half written are not kept.',
  ],
  forgot_do: 'Seal and sign in again',
  set_title: 'Set a PIN',
  set_why:
    'If the phone is lost, nobody sees the customers’ data. From now on these 6 digits open it, also without a network.',
  set_do: 'Set it and start',
  not_same: 'The two differ; enter them again.',
  six: 'It takes 6 digits.',
  too_simple: 'Too easy to guess; choose another.',
  wiped_tries: '10 wrong PINs: what was on this phone was wiped.',
  wiped_flag: 'The station asked to wipe this phone; it was done.',
  wiped_away: 'No network for over 72 hours: what was on this phone was wiped.',
  sealed: [
    '{n} unsent item is sealed and arrives with the next network.',
    '{n} unsent items are sealed and arrive with the next network.',
  ],
  unsafe_title: 'Work cannot be kept here',
  unsafe:
    'This address is not https, or the browser is in private mode: nothing can be kept encrypted. Open the https address in an ordinary window.',
}
