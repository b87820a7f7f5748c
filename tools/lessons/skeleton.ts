/** A lesson to begin with: a figure of a network, and a question whose numbers are hidden until it is answered. It passes the check. */
export function skeleton(title: string): string {
  return `# ${title.replaceAll(/[\\<{$*_[#`]/g, '\\$&')}

{/* A lesson is a list of steps; each is a part of the page, and a slide. What may stand in one: docs/instructors.md. */}

<Step
  id="figure"
  title="A network as a figure"
  goal="find a block of a network and the size of its maps in the figure"
  network="resnet18"
  expand={['conv3_x']}
  focus="conv3_x/block1"
>

<Brief>

What the room reads while you speak: one claim and its number. ResNet-18 has
<Count of="params" as="short" /> parameters.

</Brief>

The page has all of your words, a slide only the brief; a key shows the rest. Name layers as the figure does, and words
and figure light each other: the <Ref at="conv3_x/block1">first block of the third stage</Ref> makes maps of
<Shape at="conv3_x/block1" />. No number is typed, each is counted from the network, so it stays right.

<Choice
  ask="What does the first block of a stage do to its maps?"
  options={[
    { text: 'It halves their height and width.', right: true, why: 'Its first convolution has stride 2.' },
    { text: 'It keeps their size.', why: 'The other blocks do; the first one has stride 2.' },
    { text: 'It doubles their height and width.', why: 'The maps become smaller from stage to stage.' },
  ]}
/>

<Notes>

What you say, what you ask, the answer. Only the presenter window shows this.

</Notes>

</Step>

<Step
  id="question"
  title="A question with hidden numbers"
  goal="count the weights of the first convolution of a network"
  network="resnet18"
  focus="conv1"
>

<Brief>

Each filter of a convolution has a weight for every pixel of its window, in every channel that it reads.

</Brief>

The first convolution of ResNet-18 reads an image of three channels through a window of 7×7 pixels. Its numbers in the figure are
question marks until the question is answered. The answer is computed, and so is each mistake that you expect: whoever
makes one is told what went wrong.

<Predict
  ask="How many weights does the first convolution have? It has 64 filters."
  answer={(n) => n.weights('resnet18', 'conv1')}
  unit="weights"
  hides={['conv1']}
  mistakes={[{ value: 7 * 7 * 64, say: 'That is for one channel; the image has three.' }]}
/>

<Notes>

Let the room vote first: the key v asks it. Then type the number, and the figure shows it.

</Notes>

</Step>
`
}
