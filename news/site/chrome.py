"""What stands around every public page: masthead, menus, footer."""


def chrome(request):
    return {}
