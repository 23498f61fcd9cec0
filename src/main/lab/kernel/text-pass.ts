// How this machine reads a text with a network: by the kernel where one works, else by the reference.
import { kernelTextPass } from '#core/kernel/kernel-text-pass.ts'
import { referenceTextPass, type MakeTextPass } from '#core/rnn/text-pass.ts'
import { bringKernel } from './bring-kernel.ts'
import type { ChosenKernel } from './choose-kernel.ts'

export function textPassWith({ module }: ChosenKernel): MakeTextPass {
  if (!module) return referenceTextPass
  return kernelTextPass(bringKernel(module))
}
