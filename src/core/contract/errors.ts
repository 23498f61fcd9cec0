// Every error that a user can cause, in both languages: a code, what is wrong and what to do. Anything else that goes
// wrong in the lab is a bug and reaches the user as `internal`.

import { FORMAT_ERROR_MESSAGES } from '../formats/format-errors.ts'

export type Language = 'en' | 'zh'

/** Messages by code. `{name}` stands for a parameter of the error. */
export const ERROR_MESSAGES = {
  internal: {
    en: 'Something went wrong inside Charscope: {detail}. This is a bug; please report it with this sentence.',
    zh: 'Charscope 内部出错：{detail}。这是程序的缺陷，请附上这句话反馈给我们。',
  },
  'input-malformed': {
    en: 'The request “{operation}” was not understood: {detail}.',
    zh: '无法理解请求“{operation}”：{detail}。',
  },
  'operation-unknown': {
    en: 'This lab knows no operation “{operation}”.',
    zh: '实验室没有“{operation}”这个操作。',
  },
  'run-not-answering': {
    en: 'The run is in the middle of a very long iteration, so its state cannot be had just now. Try again when it has gone on, or pause it first.',
    zh: '训练正处于一次很长的迭代中，暂时无法取得它的状态。请等它继续后再试，或先暂停。',
  },
  'update-unreachable': {
    en: 'No place where new versions are published answered. Are you connected to a network? Try again later; nothing else needs one.',
    zh: '发布新版本的地址都没有响应。请检查网络连接，稍后再试；其他功能都不需要网络。',
  },
  'update-malformed': {
    en: 'What answered did not name a version; something between here and there may have answered in its place. Try again on another network.',
    zh: '收到的答复不是版本号，可能是网络中途的设备代为答复。请换一个网络再试。',
  },
  'connection-lost': {
    en: 'The lab does not answer. Start it again with npm start and open the new address.',
    zh: '实验室没有响应。请用 npm start 重新启动，并打开新的地址。',
  },
  'file-missing': {
    en: '“{file}” is not there. It may have been moved, renamed or deleted; open it from where it is now.',
    zh: '找不到“{file}”，它可能已被移动、改名或删除。请从现在的位置打开它。',
  },
  'file-unreadable': {
    en: '“{file}” cannot be read ({detail}). Check its permissions, or copy it somewhere else and open the copy.',
    zh: '无法读取“{file}”（{detail}）。请检查权限，或复制到别处再打开副本。',
  },
  'file-is-folder': {
    en: '“{file}” is a folder. Choose a file inside it.',
    zh: '“{file}”是文件夹。请选择其中的一个文件。',
  },
  'text-empty': {
    en: '“{file}” is empty. Choose a text with something in it.',
    zh: '“{file}”是空文件。请选择有内容的文本。',
  },
  'text-too-short': {
    en: '“{file}” has {characters} characters; a sequence of {sequenceLength} needs at least {needed}. Choose a longer text or a shorter sequence.',
    zh: '“{file}”只有 {characters} 个字符；长度为 {sequenceLength} 的序列至少需要 {needed} 个。请选择更长的文本，或缩短序列。',
  },
  'text-too-short-for-batch': {
    en: '“{file}” has {characters} characters; {batch} streams with sequences of {sequenceLength} need at least {needed}. Choose a longer text, a smaller batch or shorter sequences.',
    zh: '“{file}”只有 {characters} 个字符；{batch} 路文本流、长度为 {sequenceLength} 的序列至少需要 {needed} 个。请选择更长的文本，或减小批大小、缩短序列。',
  },
  'text-single-character': {
    en: '“{file}” repeats one single character, so there is nothing to predict. Choose a text with at least two.',
    zh: '“{file}”只有一种字符，没有什么可预测的。请选择至少含两种字符的文本。',
  },
  'text-too-large': {
    en: '“{file}” is {mebibytes} MiB; the limit is {limit} MiB. Choose a part of it.',
    zh: '“{file}”有 {mebibytes} MiB，上限是 {limit} MiB。请只取其中一部分。',
  },
  'text-too-many-characters': {
    en: '“{file}” has {unique} distinct characters; the limit is {limit}. Is it really a text? Choose another, or read it as bytes.',
    zh: '“{file}”有 {unique} 种不同的字符，上限是 {limit}。它真的是文本吗？请换一个文件，或按字节读取。',
  },
  'text-is-document': {
    en: '“{file}” is not plain text but a file of the kind {kind}. If there is text in it, save that as plain text (.txt) in its own program, and open that.',
    zh: '“{file}”不是纯文本，而是 {kind} 类型的文件。如果其中有文字，请在原来的程序里另存为纯文本（.txt），再打开。',
  },
  'text-not-in-encoding': {
    en: '“{file}” is not {encoding}: the byte at {offset} does not fit. Choose another encoding, or save it as UTF-8.',
    zh: '“{file}”不是 {encoding} 编码：偏移 {offset} 处的字节不符合规则。请选择其他编码，或另存为 UTF-8。',
  },
  'vocabulary-differs': {
    en: '“{file}” has characters that the snapshot does not know: {characters}. Choose a text with no others than its own.',
    zh: '“{file}”中有快照不认识的字符：{characters}。请选择只含其已知字符的文本。',
  },
  'prompt-character-unknown': {
    en: 'The snapshot does not know {characters}. Change the prompt, or let unknown characters be left out.',
    zh: '快照不认识 {characters}。请修改提示，或略去未知字符。',
  },
  'character-unknown': {
    en: 'The network does not know {characters}. Choose among the characters of its vocabulary.',
    zh: '网络不认识 {characters}。请从它的字符表中选择。',
  },
  'target-absent': {
    en: '“{target}” does not occur in “{file}”, or only at its very end. Choose another character or another text.',
    zh: '“{file}”中没有“{target}”，或只出现在末尾。请换一个字符或文本。',
  },
  'text-not-known': {
    en: 'The network knows hardly any character of “{file}”. Choose a text like the one it was trained on.',
    zh: '网络几乎不认识“{file}”中的字符。请选择与训练文本相近的文本。',
  },
  'contrast-empty': {
    en: 'One side of the contrast has no outcome. Choose at least one for each side.',
    zh: '对比的一方没有字符。请为双方各选至少一个。',
  },
  'contrast-overlaps': {
    en: '{characters} cannot be on both sides of the contrast. Take it off one of them.',
    zh: '{characters} 不能同时在对比的双方。请从其中一方去掉。',
  },
  'context-unknown': {
    en: 'There is no such context any more. Choose another point.',
    zh: '已没有这个上下文。请选择另一个点。',
  },
  'weight-unknown': {
    en: 'There is no weight {weight}: the array’s shape is {shape}. Choose one within it.',
    zh: '不存在权重 {weight}：该数组的形状是 {shape}。请在范围内选择。',
  },
  cancelled: {
    en: 'This was cancelled. Ask again to begin anew.',
    zh: '已取消。可以重新开始。',
  },
  'snapshot-unknown': {
    en: 'This snapshot is not in the lab any more.',
    zh: '实验室中已没有这个快照。',
  },
  'snapshots-incomparable': {
    en: 'The two networks have different shapes ({before} and {after}), so their weights cannot be compared.',
    zh: '两个网络的形状不同（{before} 和 {after}），无法比较权重。',
  },
  'snapshot-without-text': {
    en: 'The lab does not know the text that this snapshot was trained on. Choose one with the same characters.',
    zh: '实验室不知道这个快照所用的训练文本。请选择一个字符相同的文本。',
  },
  'settings-contradict': {
    en: '{setting} is {given}, but the snapshot has {found}. Leave the setting out, or start a new run.',
    zh: '{setting} 设为 {given}，但快照中是 {found}。请去掉该设置，或开始新的训练。',
  },
  'vocabulary-order-contradicts': {
    en: 'The snapshot numbers its characters in an order of its own, which is not “{given}”. Leave the setting out, or start a new run.',
    zh: '快照有自己的字符编号顺序，与“{given}”不同。请去掉该设置，或开始新的训练。',
  },
  'snapshot-format-unknown': {
    en: '“{file}” must end in .npz or .pkl.',
    zh: '“{file}”的扩展名必须是 .npz 或 .pkl。',
  },
  'file-unwritable': {
    en: '“{file}” cannot be written ({detail}). Choose another place, or free some space.',
    zh: '无法写入“{file}”（{detail}）。请选择其他位置，或释放一些空间。',
  },
  'dataset-unknown': {
    en: 'This text is not in the list any more. Open it again.',
    zh: '列表中已没有这个文本，请重新打开它。',
  },
  'dataset-changed': {
    en: '“{file}” has changed since this run began, so the run cannot go on with it. Start a new run.',
    zh: '“{file}”在训练开始后被修改过，无法继续这次训练。请开始新的训练。',
  },
  'network-too-large': {
    en: 'A network of {hiddenSize} hidden units over {vocabularySize} characters needs {mebibytes} MiB of memory; the limit is {limit} MiB. Choose fewer hidden units or shorter sequences.',
    zh: '{hiddenSize} 个隐藏单元、{vocabularySize} 种字符的网络需要 {mebibytes} MiB 内存，上限是 {limit} MiB。请减少隐藏单元或缩短序列。',
  },
  'run-unknown': {
    en: 'This run is not in the lab any more.',
    zh: '实验室中已没有这次训练。',
  },
  'run-not-active': {
    en: 'This run has ended ({state}), so it cannot do that. Start a new one with the same settings.',
    zh: '这次训练已经结束（{state}），不能执行此操作。可用相同的设置重新开始。',
  },
  'run-active': {
    en: 'This run is still training. Stop it first.',
    zh: '这次训练还在进行，请先停止它。',
  },
  'threads-taken': {
    en: '{limit} runs are training already, as many as your settings allow. Stop one, or allow more in the settings.',
    zh: '已有 {limit} 次训练在进行，达到了设置的上限。请先停止一个，或在设置中提高上限。',
  },
  'disk-refused': {
    en: 'The disk took nothing more ({detail}). Free some space, or see that the data folder can be written, and try again. What was saved before is kept.',
    zh: '磁盘拒绝写入（{detail}）。请释放空间，或确认数据文件夹可写，然后重试。之前保存的内容都还在。',
  },
  'folder-not-empty': {
    en: '“{folder}” is not empty. Choose an empty folder, so that nothing of yours is mixed with the lab’s files.',
    zh: '“{folder}”不是空文件夹。请选择空文件夹，以免您的文件与实验室的文件混在一起。',
  },
  'folder-inside': {
    en: '“{folder}” lies inside the data folder itself. Choose one outside of it.',
    zh: '“{folder}”位于数据文件夹内部。请选择它之外的文件夹。',
  },
  'folder-in-use': {
    en: 'Another Charscope is using the data folder “{folder}”. Close that one first.',
    zh: '另一个 Charscope 正在使用数据文件夹“{folder}”。请先关闭它。',
  },
  'folder-shared': {
    en: 'Another Charscope has the data folder “{folder}” open, too. Each trains its own runs and nothing is lost; but of settings changed in both, those changed last count.',
    zh: '另一个 Charscope 也打开了数据文件夹“{folder}”。各自的训练互不影响，数据不会丢失；但若两边都改了设置，以最后一次为准。',
  },
  'target-reached': {
    en: 'This run has reached its target of {iterations} iterations. Choose a higher target to go on.',
    zh: '这次训练已达到 {iterations} 次迭代的目标。请设定更高的目标再继续。',
  },
  'sample-unknown': {
    en: 'There is no such sample in this run.',
    zh: '这次训练中没有这个样本。',
  },
  'loss-not-finite': {
    en: 'Training ended at iteration {iteration}: the loss is not a finite number any more. The parameters of iteration {lastGood} are kept. Try a smaller learning rate.',
    zh: '训练在第 {iteration} 次迭代结束：损失已不是有限的数。第 {lastGood} 次迭代的参数已保留。请尝试更小的学习率。',
  },
  'worker-died': {
    en: 'The training thread ended unexpectedly after iteration {lastGood} ({detail}). Other runs are not affected; start this one again.',
    zh: '训练线程在第 {lastGood} 次迭代后意外结束（{detail}）。其他训练不受影响，请重新开始这一个。',
  },
  'folder-unwritable': {
    en: 'The data folder “{folder}” cannot be written ({detail}). Free some space or change its permissions, then try again.',
    zh: '无法写入数据文件夹“{folder}”（{detail}）。请释放空间或修改权限后重试。',
  },
  'comparison-missing': {
    en: 'No network is being compared at several temperatures. Choose a snapshot or a run first.',
    zh: '当前没有正在比较温度的网络。请先选择一个快照或一次训练。',
  },
  'pane-unknown': {
    en: 'This pane has been closed.',
    zh: '这个窗格已经关闭。',
  },
  'panes-too-many': {
    en: 'There are {limit} panes already. Close one to add another.',
    zh: '已有 {limit} 个窗格。请先关闭一个再添加。',
  },
  'network-not-finite': {
    en: 'The network gives probabilities that are not numbers any more, so it cannot write. Choose an earlier snapshot.',
    zh: '网络给出的概率已不是有限的数，无法继续写。请选择更早的快照。',
  },
  'run-without-network': {
    en: 'The network of this run is not in memory any more and the run left no snapshot. Start a new run.',
    zh: '这次训练的网络已不在内存中，也没有留下快照。请开始新的训练。',
  },
  ...FORMAT_ERROR_MESSAGES,
} satisfies Record<string, Record<Language, string>>

export type ErrorCode = keyof typeof ERROR_MESSAGES
export type ErrorParameters = Readonly<Record<string, string | number>>

/** An error as it crosses a process border: a plain value. */
export interface ErrorValue {
  code: ErrorCode
  parameters: ErrorParameters
}

/** The error's sentence in the user's language. */
export function errorMessage(error: ErrorValue, language: Language): string {
  const template: string = ERROR_MESSAGES[error.code][language]
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(error.parameters[name] ?? whole))
}
