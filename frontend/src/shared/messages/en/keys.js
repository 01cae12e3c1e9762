export default {
  title: 'All keys',
  global: 'Everywhere',
  page: 'This page',
  go: 'Go to',
  search: 'Search',
  all: 'Show all keys',
  close: 'Close the topmost layer',
  filled: 'Do what the filled button says',
  single: 'Single letters act as keys',
}
