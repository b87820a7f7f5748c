import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Teach it your own classes',
  goal: 'say how many images a new task needs, with copied features and without',
  look: [
    'Train a new head on the frozen trunk, then a small network from scratch, on the same images. Which makes fewer errors on the held-out ones, and how long did each take?',
    'Measure the gap. With 1, 2, 4 and 8 of the page’s drawings per class our run (ResNet-20, seed 1, 30 steps) got none of the 12 held-out ones wrong with a frozen trunk, and 67%, 67%, 42% and 33% from scratch. A frozen ResNet-18 or GoogLeNet does not carry over from one drawing of a thing to the other: over all choices of three of our six things they got 39% to 47% wrong however we scaled their features, and a guess gets 67% wrong. Is that so with your images, too?',
    'Show the camera something of neither class. It must answer all the same: what does the map say it looked at?',
    'Record one class in front of the window and the other in front of the wall. Is it the thing that it learned, or the background?',
  ],
  question: {
    ask: 'A head on a frozen trunk gets every held-out image of your camera right. What may you conclude?',
    answers: [
      {
        text: 'It will recognize these things anywhere.',
        why: 'All images come from one place, one light and one minute. Move to another room and try: the held-out images were as alike as neighbors in a film.',
      },
      {
        text: 'It tells these recordings apart. Whether by the things or by what lies behind them, other images have to show.',
        right: true,
        why: 'Held-out images from the same recording share its background and its light. The class activation map gives a hint, and a recording elsewhere is the test.',
      },
      {
        text: 'The trunk must have seen these things in its training.',
        why: 'The classes of the trunk are others. What is reused are edges, colors and parts that many things share.',
      },
    ],
  },
  place: 15,
}
