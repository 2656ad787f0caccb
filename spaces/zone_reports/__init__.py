"""The short planning report of an urban-design zone: what lies in it, who reaches it on foot, what adjoins it."""
