// How this thread writes with a network: by the kernel where one works, else by the reference.
import { kernelNetworkSteps } from '#core/kernel/kernel-network-step.ts'
import { referenceNetworkStep, type MakeNetworkStep } from '#core/rnn/network-step.ts'
import { bringKernel } from './bring-kernel.ts'
import { chooseKernel, type ChosenKernel } from './choose-kernel.ts'

export function networkStepsWith({ module }: ChosenKernel): MakeNetworkStep {
  return module ? kernelNetworkSteps(bringKernel(module)) : referenceNetworkStep
}

let ofThisThread: MakeNetworkStep | null = null

/** The steps of all networks of a thread, with the fastest kernel that works here; chosen when first one is needed. */
export const makeNetworkStep: MakeNetworkStep = (parameters, sizes) => {
  ofThisThread ??= networkStepsWith(chooseKernel())
  return ofThisThread(parameters, sizes)
}
