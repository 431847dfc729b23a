"""Articles as sound: which are owed a recording, the worker's part in making it, and the addresses under which it is heard.

Here the rooms meet: `accessibility` makes sound of sentences and knows no article; `news` shows articles and knows no sound.
"""
