"""The pages: Django templates first, TypeScript where it helps."""
