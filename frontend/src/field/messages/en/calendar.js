export default {
  title: 'Work calendar',
  what: 'Subscribe to your visits and leave in the phone’s calendar. Only order number and city; no customer’s name or telephone.',
  make: 'Make an address',
  once: 'The address is shown this once, and whoever has it can read it. Give it to nobody.',
  copy: 'Copy the address',
  copied: 'Copied; add it as a subscription in the phone’s calendar',
  since: 'The address made {at} is in use.',
  renew: 'Change the address',
  renew_yes: 'Change it; the old one ends',
  keep: 'Keep it',
  ends_old: 'The old address ends at once; the phone must subscribe anew.',
  revoke: 'Revoke',
}
