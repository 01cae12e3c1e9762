export default {
  title: 'Checklists',
  not_begun: 'Not begun',
  required: 'To be completed first',
  failed_n: ['{n} item failed', '{n} items failed'],
  critical: 'A critical item failed: settle it, then fill in anew.',
  all_there: 'All is filled in',
  complete: 'Complete “{name}”',
  again: 'It is settled, fill in anew',
  back: 'Back to the job',
  gone: 'This form is not asked for now.',
  fill_it: 'Fill in “{name}”',
}
