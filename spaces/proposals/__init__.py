"""Proposals under review: who sees which, what each would change, how it is rebased and how it is decided."""
