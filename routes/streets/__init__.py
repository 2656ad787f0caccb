"""How far it is from one space to another. Plain Python: no Django, no database."""
