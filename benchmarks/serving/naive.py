"""Plain DRF-GIS over the same tables, as its documentation begins: serializer, view set, router, pages of 100."""

import django
from django.core.handlers.wsgi import WSGIHandler
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet
from rest_framework_gis.pagination import GeoJsonPagination
from rest_framework_gis.serializers import GeoFeatureModelSerializer

django.setup()

from spaces.models import UrbanDesignZone, WisdomPlace  # noqa: E402 - the models want Django set up


class Pages(GeoJsonPagination):  # type: ignore[misc]
    page_size = 100


class PlaceSerializer(GeoFeatureModelSerializer):  # type: ignore[misc]
    class Meta:
        model = WisdomPlace
        geo_field = "geometry"
        exclude = ("search_text",)


class ZoneSerializer(GeoFeatureModelSerializer):  # type: ignore[misc]
    class Meta:
        model = UrbanDesignZone
        geo_field = "geometry"
        exclude = ("search_text",)


class PlaceViewSet(ModelViewSet[WisdomPlace]):
    queryset = WisdomPlace.objects.filter(status="published").order_by("id")
    serializer_class = PlaceSerializer
    pagination_class = Pages


class ZoneViewSet(ModelViewSet[UrbanDesignZone]):
    queryset = UrbanDesignZone.objects.filter(status="published").order_by("id")
    serializer_class = ZoneSerializer
    pagination_class = Pages


router = DefaultRouter()
router.register("wisdom-places", PlaceViewSet)
router.register("urban-design-zones", ZoneViewSet)
urlpatterns = router.urls
application = WSGIHandler()
