export default {
  no_connection: 'No connection to the server. Check the network and try again.',
  not_our_answer: 'The network asks for a sign-in; nothing sent yet.',
  unexpected: 'This did not work. Please try again.',
  sign_in_failed: 'Wrong account or password.',
  sign_in_failed_tries: [
    'Wrong account or password. {n} try left.',
    'Wrong account or password. {n} tries left.',
  ],
  too_many_tries: 'Too many tries. Try again in {time}.',
  request_number: 'Reference {id}',
  what_then: 'You can instead:',
  fields_wrong: ['{n} thing to correct', '{n} things to correct'],
  stale: 'Somebody changed this just now. What you see is the latest: look again, then act.',
  of_line: 'Line {n}: {what}',
  codes: {
    string_pattern_mismatch: 'Empty, or with characters that cannot be used.',
    missing: 'Still missing.',
    string_too_short: 'Missing or too short.',
    string_too_long: 'Too long, please shorten.',
    too_long: 'Too long, please shorten.',
    extra_forbidden: 'Not wanted here.',
  },
}
