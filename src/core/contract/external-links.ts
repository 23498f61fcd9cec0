// The addresses outside the lab that its windows link to. The desktop opens these and no others in the user's browser.

export const EXTERNAL_LINKS = {
  effectiveness: 'https://karpathy.github.io/2015/05/21/rnn-effectiveness/',
  numpyRandom: 'https://numpy.org/doc/stable/reference/random/legacy.html',
} as const

export type ExternalLink = keyof typeof EXTERNAL_LINKS
