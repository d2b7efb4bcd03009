"""Turns a SAM 3 of the transformers layout into a TorchScript package and proves that both say the same."""
