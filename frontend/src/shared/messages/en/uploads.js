export default {
  sending: 'Sending {n}%',
  checking: 'Sent, being checked',
  failed: 'Not sent',
  because: ': {why}',
  again: 'Go on',
  give_up: 'Give up',
  slots: { nameplate: 'Nameplate', fault: 'Fault', after: 'After repair' },
}
