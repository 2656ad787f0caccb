"""How far it is from one space to another, along streets or by estimate. Plain Python: no Django, no database."""
