import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Teach it your own classes',
  goal: 'measure how many images a new task needs, with and without copied features',
  look: [
    'Train a new head on the frozen trunk, then a small network from scratch, on the same images. Which makes fewer errors on the held-out ones, and how long does each take?',
    'Measure the gap. With 1, 2, 4 and 8 of the page’s drawings per class our run (ResNet-20, seed 1, 30 steps) got none of the 12 held-out images wrong with a frozen trunk, but 67%, 67%, 42% and 33% from scratch. A frozen ResNet-18 or GoogLeNet does not generalize from one drawing of a thing to the other: over all choices of three of our six things, they got 39% to 47% wrong however we scaled their features (guessing gets 67% wrong). Does this hold for your images, too?',
    'Show the camera something that belongs to neither class. The network has to answer all the same. According to the map, what did it look at?',
    'Record one class in front of the window and the other in front of the wall. Has the network learned the thing or the background?',
  ],
  question: {
    ask: 'You record a cup at your desk and a book at the window, and a frozen trunk with a new head gets every held-out image right. Which new images would best show what it goes by?',
    answers: [
      {
        text: 'The cup at the desk and the book at the window, next day.',
        why: 'The light may differ, but each thing is still in its own place, so a head that goes by the place would be right as well.',
      },
      {
        text: 'Another cup at the desk and another book at the window.',
        why: 'This tests other cups and books, but the place still gives each of them away.',
      },
      {
        text: 'The cup at the window and the book at the desk.',
        right: true,
        why: 'Now thing and place disagree: a head that goes by the things is right, one that goes by the background is wrong. The held-out images could not tell the two apart.',
      },
      {
        text: 'The cup at the desk and the book at the window, many more.',
        why: 'More images of the same kind make the count more precise, but a head that goes by the place still gets them right.',
      },
    ],
  },
  place: 15,
}
