import { paths } from '../../../shared/paths.js'

export default [
  {
    path: paths.signIn,
    name: 'sign-in',
    component: () => import('./SignIn.vue'),
    meta: { title: 'signin.title', open: true },
  },
]
