"""Which matters are nearly the same: how alike two are, why, and how to find such pairs among ten thousand.

``profile`` is what of a matter is compared, ``likeness`` the number and its reasons, ``search`` finds the pairs that
are worth comparing, ``groups`` puts together those that are all alike.
"""
