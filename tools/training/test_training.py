"""`python -m unittest discover -s tools/training`: what a training promises, on a few made-up images."""

import json
import tempfile
import unittest
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from PIL import Image

import hardware
import train as training
from checkpoint import results_of
from crops import batches, crop_box
from data import Images, load, normalized
from deletions import Editable, subsets
from network import Network
from recipes import RUNS, Recipe, Run

torch.set_num_threads(1)
graph_with = cache(lambda network, options: training.graph_with(network, dict(options)))
RUN = Run("tried", "cifar-resnet20", Recipe(epochs=3, batch=8, rate=0.1), options={"width": 4, "blocks": "1,1,1"}, noise=0.5)


def some(count: int, side: int = 32, seed: int = 0) -> Images:
    generator = torch.Generator().manual_seed(seed)
    pixels = torch.randint(0, 256, (count, 3, side, side), generator=generator, dtype=torch.uint8)
    return Images(pixels, torch.arange(count) % 10, [f"class {i}" for i in range(10)])


class Interrupted(Exception):
    pass


class Training(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = Path(self.folder.name)
        self.addCleanup(setattr, training, "graph_of", training.graph_of)
        training.graph_of = lambda run: graph_with(run.network, tuple(run.options.items()))

    def places(self, name: str, **more) -> training.Places:
        folder = self.place / name
        folder.mkdir(exist_ok=True)
        return training.Places(folder, folder / "runs", folder / "models", **more)

    def history(self, places: training.Places) -> dict:
        made = json.loads((places.runs / "tried.json").read_text())
        for epoch in made["epochs"]:
            del epoch["seconds"]
        return made

    def interrupted(self, run: Run, places: training.Places, after: int) -> None:
        """The run, broken off in the middle; a checkpoint is kept after every epoch."""
        one_epoch = training.one_epoch

        def breaking(run, model, steps, generator, epoch, *images):
            if epoch == after:
                raise Interrupted
            return one_epoch(run, model, steps, generator, epoch, *images)

        clock, training.one_epoch = training.time.time, breaking
        seconds = iter(range(0, 10**6, 100))
        training.time.time = lambda: next(seconds)
        try:
            with self.assertRaises(Interrupted):
                training.train(run, some(16), some(8, seed=1), places)
        finally:
            training.one_epoch, training.time.time = one_epoch, clock

    def test_an_interrupted_run_ends_like_one_in_one_piece_noise_included(self):
        whole, broken = self.places("whole"), self.places("broken")
        training.train(RUN, some(16), some(8, seed=1), whole)
        self.interrupted(RUN, broken, after=2)
        torch.manual_seed(12345)
        training.train(RUN, some(16), some(8, seed=1), broken)
        self.assertEqual(self.history(whole)["epochs"], self.history(broken)["epochs"])
        self.assertEqual(self.history(whole)["final"], self.history(broken)["final"])

    def test_a_checkpoint_of_another_recipe_is_refused_by_name(self):
        for changed, name in (
            (replace(RUN, recipe=replace(RUN.recipe, rate=0.3)), "run.recipe.rate"),
            (replace(RUN, recipe=replace(RUN.recipe, seed=2)), "run.recipe.seed"),
            (replace(RUN, recipe=replace(RUN.recipe, epochs=5)), "run.recipe.epochs"),
            (replace(RUN, noise=0.1), "run.noise"),
        ):
            places = self.places(name)
            self.interrupted(RUN, places, after=1)
            with self.assertRaisesRegex(SystemExit, name):
                training.train(changed, some(16), some(8, seed=1), places)

    def test_a_finished_run_is_written_over_only_on_demand(self):
        places = self.places("site")
        training.train(RUN, some(16), some(8, seed=1), places)
        kept = (places.runs / "tried.json").read_bytes()
        with self.assertRaisesRegex(SystemExit, "--replace"):
            training.train(replace(RUN, recipe=replace(RUN.recipe, epochs=1)), some(16), some(8), places)
        self.assertEqual((places.runs / "tried.json").read_bytes(), kept)

    def test_what_is_tried_out_stays_away_from_the_site(self):
        places = training.trial(self.place)
        for folder in (places.checkpoints, places.runs, places.models):
            self.assertTrue(folder.is_relative_to(self.place))

    def test_every_full_size_run_pads_alike_at_all_of_its_sizes(self):
        for name in ("imagenette-resnet18", "imagenette-googlenet-bn"):
            run = RUNS[name]
            training.same_padding(run, training.graph_of(run))
        odd = replace(RUNS["imagenette-googlenet-bn"], tested_at=(210,))
        with self.assertRaisesRegex(SystemExit, "210 pixels"):
            training.same_padding(odd, training.graph_of(odd))


class Reports(unittest.TestCase):
    def test_results_made_in_another_way_are_not_mixed_with_new_ones(self):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "report.json"
            report = {"steps": {5: 60}, "rate": 0.1, "results": [{"error": 0.5}], "date": "today", "machine": "one"}
            training.save(path, report)
            self.assertEqual(results_of(path, {**report, "date": "later", "results": []}), [{"error": 0.5}])
            for changed, name in (({"rate": 0.2}, "rate"), ({"steps": {5: 61}}, "steps.5")):
                with self.assertRaisesRegex(SystemExit, name):
                    results_of(path, {**report, **changed})


class Crops(unittest.TestCase):
    def test_boxes_lie_on_the_image_and_are_large_enough(self):
        random = np.random.default_rng(0)
        for _ in range(500):
            left, top, right, bottom = crop_box(200, 300, 0.35, random)
            self.assertTrue(0 <= left < right <= 300 and 0 <= top < bottom <= 200)
            self.assertGreaterEqual((right - left) * (bottom - top) / 60_000, 0.349)

    def test_the_same_seed_makes_the_same_crops_wherever_one_begins(self):
        images, order = some(10, 48), torch.arange(10)
        first = list(batches(images, order, 4, 32, 0.35, 0.5, (1, 0)))
        again = list(batches(images, order, 4, 32, 0.35, 0.5, (1, 0)))
        other = list(batches(images, order, 4, 32, 0.35, 0.5, (1, 1)))
        self.assertEqual([len(labels) for _, labels in first], [4, 4, 2])
        for (one, _), (same, _), (different, _) in zip(first, again, other):
            self.assertTrue(torch.equal(one, same))
            self.assertFalse(torch.equal(one, different))


class Sizes(unittest.TestCase):
    def test_an_epoch_has_the_size_of_its_part(self):
        recipe = Recipe(epochs=4, sizes=((1, 96), (2, 128), (1, 192)))
        self.assertEqual([recipe.size_at(epoch) for epoch in range(4)], [96, 128, 128, 192])

    def test_the_sizes_of_every_recipe_fill_its_epochs(self):
        for run in RUNS.values():
            if run.recipe.sizes:
                self.assertEqual(sum(epochs for epochs, _ in run.recipe.sizes), run.recipe.epochs, run.name)


class Precision(unittest.TestCase):
    def test_sixteen_bits_are_used_where_they_are_faster(self):
        for half, whole in ((0.05, 0.03), (0.02, 0.03)):
            taken = {torch.bfloat16: half, torch.float32: whole}
            hardware.has_bfloat16.cache_clear()
            with mock.patch.object(hardware, "seconds_of_convolution", taken.get), mock.patch.object(
                hardware, "DEVICE", torch.device("cpu")
            ):
                self.assertEqual(hardware.has_bfloat16(), half < whole)
        hardware.has_bfloat16.cache_clear()


class Data(unittest.TestCase):
    def test_images_that_changed_are_read_anew(self):
        with tempfile.TemporaryDirectory() as name:
            place, kept = Path(name) / "images", Path(name) / "kept"
            (place / "red").mkdir(parents=True)
            Image.new("RGB", (4, 4), (200, 0, 0)).save(place / "red" / "1.png")
            self.assertEqual(len(load(place, kept)), 1)
            Image.new("RGB", (4, 4), (200, 0, 0)).save(place / "red" / "2.png")
            self.assertEqual(len(load(place, kept)), 2)
            self.assertEqual([path.name for path in kept.iterdir() if "part" in path.name], [])


class Label(unittest.TestCase):
    def test_smoothing_spreads_a_share_of_the_target(self):
        from steps import Steps

        logits = torch.tensor([[2.0, 0.0, -1.0]])
        parameter = torch.nn.Parameter(torch.zeros(1))
        steps = Steps(lambda x: logits + 0 * parameter, [{"params": [parameter]}], 0.9, smoothing=0.1)
        steps.take(torch.zeros(1, 3, 2, 2), torch.tensor([0]), 0.1)
        log = torch.log_softmax(logits, 1)[0]
        self.assertAlmostEqual(steps.sums()[0], float(-0.9 * log[0] - 0.1 * log.mean()), places=2)


class Deletions(unittest.TestCase):
    def network(self, name: str) -> tuple[Network, Editable]:
        model = Network(graph_with(name, (("width", 4), ("blocks", "2,2,2"))), 1)
        generator = torch.Generator().manual_seed(2)
        for key, value in model.named_buffers():
            value.copy_(torch.rand(value.shape, generator=generator) * (1 if key.endswith("variance") else 0.2) + 0.1)
        return model, Editable(model)

    def logits(self, network: Editable, x: torch.Tensor, gone: frozenset[str] = frozenset()) -> torch.Tensor:
        for block in network.blocks:
            x = network.without(block, x) if block.name in gone else network.block(block, x)
        return x.flatten(1)

    @torch.no_grad()
    def test_nothing_deleted_is_the_network_itself(self):
        for name in ("cifar-resnet20", "cifar-plain20"):
            model, network = self.network(name)
            x = normalized(some(8).pixels)
            torch.testing.assert_close(self.logits(network, x), model(x), rtol=1e-3, atol=1e-3)
            self.assertEqual(len(network.names), 6)

    @torch.no_grad()
    def test_a_deleted_block_is_one_that_adds_nothing(self):
        model, network = self.network("cifar-resnet20")
        x = normalized(some(8).pixels)
        for name in network.names:
            without = self.logits(network, x, frozenset([name]))
            self.assertFalse(torch.allclose(without, model(x)))
            last = model.weights(f"{name}/bn2")
            kept = {weight: last[weight].detach().clone() for weight in ("gamma", "beta")}
            for weight in kept:
                last[weight].data.zero_()
            torch.testing.assert_close(without, model(x), rtol=1e-3, atol=1e-3)
            for weight, values in kept.items():
                last[weight].data.copy_(values)

    def test_cases_are_the_same_together_and_alone_and_a_factor_of_zero_deletes_all(self):
        images = some(50)
        for name in ("cifar-resnet20", "cifar-plain20"):
            _, network = self.network(name)
            cases = subsets(network.names, 2, 5, 1) + subsets(network.names, 4, 5, 1)
            self.assertEqual(network.errors(images, cases), [network.errors(images, [case])[0] for case in cases])
        _, network = self.network("cifar-resnet20")
        self.assertEqual(network.errors(images, [frozenset()], 0.0), network.errors(images, [frozenset(network.names)]))

    def test_subsets_differ_and_come_again_with_the_seed(self):
        names = [f"block{i}" for i in range(9)]
        self.assertEqual(len(set(subsets(names, 3, 10, 1))), 10)
        self.assertEqual(len(subsets(names, 9, 10, 1)), 1)
        self.assertEqual(subsets(names, 3, 10, 1), subsets(names, 3, 10, 1))


if __name__ == "__main__":
    unittest.main()
