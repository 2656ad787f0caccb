"""A story told by walls, with an honest banner while its walls are not located."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from frontend.spots import spots_map
from routes.models import Story
from spaces.models import AnySpace, Status


def story(request: HttpRequest, story_id: str) -> HttpResponse:
    told = get_object_or_404(Story.objects.filter(status=Status.PUBLISHED), pk=story_id)
    chapters = list(told.chapters.all())
    walls = AnySpace.objects.visible_to(request.user).in_bulk([chapter.wall_id for chapter in chapters])
    pages = [(chapter, walls.get(chapter.wall_id)) for chapter in chapters]
    context = {"story": told, "chapters": pages, "map_data": spots_map(walls.values())}
    return render(request, "frontend/story.html", context)
