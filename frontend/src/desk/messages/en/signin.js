export default {
  title: 'Sign in',
  account: 'Account',
  password: 'Password',
  enter: 'Sign in',
  demo: 'Demo accounts: choose a role, then type the demo password',
  expired: 'Your session has ended. Sign in to return to the same page.',
}
